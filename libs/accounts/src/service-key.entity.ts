import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from './permissions.js';

/** A machine's way in. The secret itself is shown once and never kept. */
@Entity('service_key')
export class ServiceKey {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** The first characters of the secret, to recognise it by. */
  @Column('text') prefix!: string;
  /** SHA-256 of the secret, which has 192 random bits: a slow hash would add nothing. */
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer;
  @Column('text', { array: true }) scopes!: Scope[];
  /** The clones that it is restricted to; null: all. */
  @Column('uuid', { name: 'clone_ids', array: true, nullable: true }) cloneIds!: string[] | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
}
