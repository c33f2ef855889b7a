CREATE TABLE council_briefing (
  tenant UUID NOT NULL, id UUID NOT NULL, process UUID NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL, told UUID NOT NULL, closed UUID,
  recorded_at BIGINT NOT NULL, recorded_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX council_briefing_of_process ON council_briefing (tenant, process, day, id);
CREATE INDEX council_briefing_by_day ON council_briefing (tenant, day, id);
CREATE TABLE briefing_dossier (
  tenant UUID NOT NULL, briefing UUID NOT NULL, dossier UUID NOT NULL,
  PRIMARY KEY (tenant, briefing, dossier));
CREATE INDEX briefing_dossier_of_dossier ON briefing_dossier (tenant, dossier, briefing);
CREATE TABLE briefing_question (
  tenant UUID NOT NULL, briefing UUID NOT NULL, number BIGINT NOT NULL, words UUID NOT NULL, until_day TEXT NOT NULL,
  asked_at BIGINT NOT NULL, asked_by UUID, answer UUID, answered_at BIGINT, answered_by UUID,
  PRIMARY KEY (tenant, briefing, number));
CREATE TABLE moment_presence (
  tenant UUID NOT NULL, process UUID NOT NULL, day TEXT NOT NULL, politicians BIGINT NOT NULL, helpful BIGINT NOT NULL,
  steering BIGINT NOT NULL, neither BIGINT NOT NULL, recorded_at BIGINT NOT NULL, recorded_by UUID,
  PRIMARY KEY (tenant, process, day));
CREATE TABLE process_advised (
  tenant UUID NOT NULL, process UUID NOT NULL, first_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process));
INSERT INTO process_advised (tenant, process, first_at)
  SELECT a.tenant, d.process, min(a.given_at) FROM advice a JOIN dossier d ON d.tenant = a.tenant AND d.id = a.dossier
  GROUP BY a.tenant, d.process
