import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant: nothing crosses it. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  /** IANA time zone that days are counted in unless a query says otherwise. */
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
