CREATE TABLE budget (
  tenant UUID NOT NULL, id UUID NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, cycle TEXT NOT NULL, next_day TEXT,
  ended TEXT, made_at BIGINT NOT NULL, made_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX budget_by_name ON budget (tenant, name, id);
CREATE TABLE budget_share (
  tenant UUID NOT NULL, budget UUID NOT NULL, department UUID NOT NULL, holder UUID, cents BIGINT NOT NULL, committed BIGINT NOT NULL,
  PRIMARY KEY (tenant, budget, department));
ALTER TABLE means_request ADD COLUMN budget UUID;
ALTER TABLE means_request ADD COLUMN queued_until TEXT;
ALTER TABLE means_request ADD COLUMN released_at BIGINT;
CREATE INDEX means_request_of_budget ON means_request (tenant, budget, asked_at, dossier, number)
