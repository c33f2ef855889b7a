CREATE TABLE gathering (
  tenant UUID NOT NULL, process UUID NOT NULL, dossier UUID NOT NULL, begun_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, dossier));
CREATE TABLE gathered_result (
  tenant UUID NOT NULL, advice UUID NOT NULL, dossier UUID NOT NULL, process UUID NOT NULL, respondents BIGINT NOT NULL,
  deed UUID, department UUID, until_day TEXT, by_decision BOOLEAN NOT NULL, given_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, advice));
CREATE INDEX gathered_result_of_dossier ON gathered_result (tenant, dossier, given_at);
CREATE INDEX gathered_result_of_process ON gathered_result (tenant, process, given_at);
CREATE TABLE gathered_count (
  tenant UUID NOT NULL, advice UUID NOT NULL, place BIGINT NOT NULL, label UUID NOT NULL, many BIGINT NOT NULL,
  PRIMARY KEY (tenant, advice, place));
