import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './channels.js';

/** A party answers, in a role, for a clone and channel (null: any), over a time. */
@Entity('assignment')
export class Assignment {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') role!: 'ACCOUNTABLE' | 'DEPLOYER_ENTITY';
  @Column('uuid', { name: 'party_id' }) partyId!: string;
  @Column('uuid', { name: 'clone_id', nullable: true }) cloneId!: string | null;
  @Column('text', { nullable: true }) channel!: Channel | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  /** Exclusive; null while open. */
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo!: Date | null;
  /** When it was written down: an assignment answers for nothing that was said before it was known. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('text') basis!: string;
}
