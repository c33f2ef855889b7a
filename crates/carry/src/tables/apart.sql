CREATE TABLE bundle_minority (
  tenant UUID NOT NULL, dossier UUID NOT NULL, contribution UUID NOT NULL, words UUID NOT NULL, marked_at BIGINT NOT NULL, marked_by UUID,
  PRIMARY KEY (tenant, dossier, contribution));
CREATE TABLE bundle_contest (
  tenant UUID NOT NULL, contribution UUID NOT NULL, number BIGINT NOT NULL, dossier UUID NOT NULL, identity UUID, words UUID,
  asked_at BIGINT NOT NULL, until_day TEXT NOT NULL, ended TEXT, motive UUID, settled_at BIGINT, settled_by UUID,
  PRIMARY KEY (tenant, contribution, number));
CREATE INDEX bundle_contest_of_dossier ON bundle_contest (tenant, dossier);
CREATE INDEX bundle_contest_of_identity ON bundle_contest (tenant, identity);
CREATE INDEX bundle_contest_by_term ON bundle_contest (tenant, ended, until_day, contribution)
