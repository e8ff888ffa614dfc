import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One immutable build of a clone. */
@Entity('clone_version')
export class CloneVersion {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'clone_id' }) cloneId!: string;
  @Column('text') label!: string;
  @Column('text') provider!: string;
  @Column('text') model!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
