import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who can answer: a person, a legal entity or a vendor. */
@Entity('party')
export class Party {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'PERSON' | 'ENTITY' | 'VENDOR';
  @Column('text') name!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
