CREATE TABLE dossier (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  process UUID NOT NULL,
  area UUID,
  state TEXT NOT NULL,
  department UUID,
  asked UUID,
  holder UUID,
  since BIGINT NOT NULL,
  until TEXT,
  outcome TEXT,
  bounces BIGINT NOT NULL,
  bounced BIGINT,
  opened BIGINT NOT NULL,
  events BIGINT NOT NULL,
  merged UUID,
  lead UUID,
  lead_number TEXT,
  size BIGINT NOT NULL,
  public BOOLEAN NOT NULL,
  more TEXT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX dossier_by_since ON dossier (tenant, since, id);
CREATE INDEX dossier_by_process ON dossier (tenant, process, since, id);
CREATE INDEX dossier_by_department ON dossier (tenant, department, since, id);
CREATE INDEX dossier_by_asked ON dossier (tenant, asked, since, id);
CREATE TABLE travelling (
  tenant UUID NOT NULL,
  contribution UUID NOT NULL,
  dossier UUID NOT NULL,
  place BIGINT NOT NULL,
  number TEXT NOT NULL,
  channel TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  captured TEXT NOT NULL,
  received BIGINT NOT NULL,
  checked BOOLEAN NOT NULL,
  public BOOLEAN NOT NULL,
  track TEXT NOT NULL,
  answered BIGINT,
  answer UUID,
  delivery TEXT NOT NULL,
  delivery_id UUID,
  react_until TEXT,
  review_asked BOOLEAN NOT NULL,
  gone BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, contribution, dossier)
);
CREATE INDEX travelling_by_dossier ON travelling (tenant, dossier, place);
CREATE INDEX travelling_by_number ON travelling (tenant, number)
