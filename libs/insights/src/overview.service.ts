import { Injectable } from '@nestjs/common';
import { type Actor, requireAccessToAllClones } from '#accounts';
import { Database } from '#database';

/** The whole of an organisation in a few numbers. Counts everything: for summaries and tests, not for hot paths. */
export interface Overview {
  conversations: number;
  turns: number;
  replies: number;
  flaggedReplies: number;
  quarantined: number;
  /** Caller turns by sentiment level, `UNKNOWN` included. */
  sentiments: { key: string; turns: number }[];
  /** Caller turns by topic, most first. */
  topics: { key: string; turns: number; meanSentiment: number | null }[];
  flags: { code: string; severity: number; flags: number }[];
  /** Replies by outcome: ACCOUNTABLE, GAP, CONFLICT. */
  accountability: { outcome: string; replies: number }[];
  firstAt: Date | null;
  lastAt: Date | null;
}

@Injectable()
export class OverviewService {
  constructor(private readonly database: Database) {}

  of(actor: Actor): Promise<Overview> {
    requireAccessToAllClones(actor, 'trend.read');
    return this.database.read(actor.organisationId, async (tx) => {
      const [totals] = await tx.query<Omit<Overview, 'sentiments' | 'topics' | 'flags' | 'accountability'>>(TOTALS);
      return {
        ...totals!, // an aggregate without GROUP BY has one row
        sentiments: await tx.query(BY_KEY, ['sentiment']),
        topics: await tx.query(BY_KEY, ['topic']),
        flags: await tx.query(FLAGS),
        accountability: await tx.query(RECORDS),
      };
    });
  }
}

const TOTALS = `
  SELECT (SELECT count(*)::int FROM conversation) AS conversations, (SELECT count(*)::int FROM turn) AS turns,
    (SELECT count(*)::int FROM accountability_record) AS replies, (SELECT count(*)::int FROM quarantine) AS quarantined,
    (SELECT count(DISTINCT (conversation_id, turn_index))::int FROM flag) AS "flaggedReplies",
    (SELECT min(started_at) FROM conversation) AS "firstAt", (SELECT max(started_at) FROM conversation) AS "lastAt"`;
const BY_KEY = `
  SELECT key, sum(turns)::int AS turns, sum(score_sum) / nullif(sum(scored), 0) AS "meanSentiment"
  FROM trend_count WHERE measure = $1 GROUP BY key ORDER BY turns DESC, key`;
const FLAGS = `SELECT code, severity, count(*)::int AS flags FROM flag GROUP BY code, severity ORDER BY severity DESC, flags DESC, code`;
const RECORDS = `SELECT outcome, count(*)::int AS replies FROM accountability_record GROUP BY outcome ORDER BY outcome`;
