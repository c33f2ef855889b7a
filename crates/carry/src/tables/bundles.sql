CREATE TABLE bundle_search (
  tenant UUID NOT NULL, process UUID NOT NULL, run UUID NOT NULL, status TEXT NOT NULL, step TEXT, done BIGINT NOT NULL,
  total BIGINT NOT NULL, found BIGINT NOT NULL, numbered BIGINT NOT NULL, asked_at BIGINT NOT NULL, told_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process));
CREATE TABLE bundle_proposal (
  tenant UUID NOT NULL, process UUID NOT NULL, number BIGINT NOT NULL, size BIGINT NOT NULL, status TEXT NOT NULL, dossier UUID,
  settled_at BIGINT,
  PRIMARY KEY (tenant, process, number));
CREATE INDEX bundle_proposal_by_status ON bundle_proposal (tenant, process, status, number);
CREATE TABLE bundle_member (
  tenant UUID NOT NULL, process UUID NOT NULL, proposal BIGINT NOT NULL, contribution UUID NOT NULL, place BIGINT NOT NULL,
  opposed BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, process, proposal, contribution));
CREATE INDEX bundle_member_by_place ON bundle_member (tenant, process, proposal, opposed, place)
