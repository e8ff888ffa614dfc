import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The persona that speaks in the likeness of a principal. */
@Entity('clone')
export class Clone {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** The name that sources send with each conversation; unique in the organisation. */
  @Column('text') handle!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'principal_name' }) principalName!: string;
  @Column('text', { name: 'principal_title' }) principalTitle!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
