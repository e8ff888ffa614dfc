import { RISK_CODES, type RiskCode } from '#detection';

/** 4: stop and page within 15 minutes; 3: same day; 2: queue; 1: sample. */
export const SEVERITIES = { 4: 'CRITICAL', 3: 'HIGH', 2: 'MEDIUM', 1: 'LOW' } as const;
export type Severity = keyof typeof SEVERITIES;

/** A condition over signals: the code was measured at this score or above. */
export interface Rule {
  /** Stable over versions of the rule set. */
  id: string;
  code: RiskCode;
  name: string;
  severity: Severity;
  /** Least score, 0 to 1, at which the rule matches. */
  threshold: number;
}

const SEVERITY_BY_CODE: Record<RiskCode, Severity> = {
  I1: 4, I2: 3, I3: 3, C1: 4, C2: 2, A1: 4, A2: 3, M1: 4, M2: 4, T1: 3, T2: 3, T3: 3,
  R1: 4, P1: 4, P2: 3, P3: 4, P4: 4, P5: 4, S1: 4, S2: 3, F1: 4, F2: 2, H0: 4,
}; // prettier-ignore

/** Score from which a signal is worth a person's time. */
const DEFAULT_THRESHOLD = 0.5;

const CODES = Object.keys(RISK_CODES) as RiskCode[]; // the keys of a closed record

/** The rules in force. A published version is never edited: a change is a new version. */
export const RULE_SET: { version: string; rules: readonly Rule[] } = {
  version: '2026.11.1',
  rules: CODES.map((code) => ({
    id: `RISK-${code}`,
    code,
    name: RISK_CODES[code].name,
    severity: SEVERITY_BY_CODE[code],
    threshold: DEFAULT_THRESHOLD,
  })),
};
