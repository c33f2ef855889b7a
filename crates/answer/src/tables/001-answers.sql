CREATE TABLE answer (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  dossier UUID NOT NULL,
  contribution UUID NOT NULL,
  number TEXT NOT NULL,
  process UUID NOT NULL,
  area UUID,
  outcome TEXT NOT NULL,
  done UUID NOT NULL,
  criterion UUID NOT NULL,
  why_not UUID,
  coming UUID,
  own UUID,
  published BIGINT NOT NULL,
  superseded BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX answer_by_published ON answer (tenant, published, id);
CREATE INDEX answer_by_process ON answer (tenant, process, published, id);
CREATE INDEX answer_by_contribution ON answer (tenant, contribution);
CREATE TABLE answer_draft (
  tenant UUID NOT NULL,
  dossier UUID NOT NULL,
  form TEXT NOT NULL,
  saved BIGINT NOT NULL,
  account UUID,
  PRIMARY KEY (tenant, dossier)
);
CREATE TABLE delivery (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  answer UUID NOT NULL,
  dossier UUID NOT NULL,
  contribution UUID NOT NULL,
  number TEXT NOT NULL,
  process UUID NOT NULL,
  area UUID,
  channel TEXT NOT NULL,
  organisation UUID,
  identity UUID,
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  settled BOOLEAN NOT NULL,
  reason TEXT,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX delivery_by_settled ON delivery (tenant, settled, created, id);
CREATE INDEX delivery_by_contribution ON delivery (tenant, contribution);
CREATE INDEX delivery_by_identity ON delivery (tenant, identity);
CREATE TABLE reaction (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  contribution UUID NOT NULL,
  dossier UUID NOT NULL,
  answer UUID,
  number TEXT NOT NULL,
  process UUID NOT NULL,
  area UUID,
  understood BOOLEAN,
  fair BOOLEAN,
  review BOOLEAN NOT NULL,
  words TEXT,
  at BIGINT NOT NULL,
  settled BIGINT,
  declined UUID,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX reaction_by_at ON reaction (tenant, at, id);
CREATE INDEX reaction_by_contribution ON reaction (tenant, contribution)
