import "./outbox-status.ts";
import "./priority-banner.ts";
import "./priority-marks.ts";
import "./roster-status.ts";
import "./scan-answer.ts";
import "./scan-input.ts";
import "./session.ts";
import "./visit-steps.ts";
