import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './permissions.js';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Lower case; unique over all organisations. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  /** Argon2id in PHC string form (RFC 9106). */
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
