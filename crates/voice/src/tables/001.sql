CREATE TABLE contribution (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  process UUID NOT NULL,
  dossier UUID NOT NULL,
  number TEXT NOT NULL,
  code_key BYTES NOT NULL,
  code_digest BYTES NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  shown_title TEXT,
  shown_body TEXT,
  language TEXT NOT NULL,
  area UUID,
  street TEXT,
  place TEXT,
  longitude DOUBLE,
  latitude DOUBLE,
  channel TEXT NOT NULL,
  captured TEXT NOT NULL,
  received BIGINT NOT NULL,
  answer_by TEXT NOT NULL,
  organisation UUID,
  pseudonym TEXT,
  updates BOOLEAN NOT NULL,
  recorder UUID,
  batch UUID,
  spoken BOOLEAN NOT NULL,
  read_back BOOLEAN NOT NULL,
  public BOOLEAN NOT NULL,
  screening TEXT NOT NULL,
  screened BIGINT,
  rule TEXT,
  reason TEXT,
  withdrawn BIGINT,
  erased BOOLEAN NOT NULL,
  cost BIGINT,
  category TEXT,
  source TEXT,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX contribution_number ON contribution (tenant, number);
CREATE INDEX contribution_list ON contribution (tenant, process, screening, received, id);
CREATE INDEX contribution_waiting ON contribution (tenant, screening, received, id);
CREATE INDEX contribution_batch ON contribution (tenant, batch);
CREATE TABLE author (
  tenant UUID NOT NULL,
  contribution UUID NOT NULL,
  identity UUID NOT NULL,
  PRIMARY KEY (tenant, contribution)
);
CREATE INDEX author_identity ON author (tenant, identity);
CREATE TABLE photo (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  contribution UUID NOT NULL,
  position BIGINT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  description TEXT,
  sent BOOLEAN NOT NULL,
  shown BOOLEAN NOT NULL,
  received BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX photo_contribution ON photo (tenant, contribution, position);
CREATE TABLE comment (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  contribution UUID NOT NULL,
  number TEXT NOT NULL,
  body TEXT NOT NULL,
  language TEXT NOT NULL,
  received BIGINT NOT NULL,
  state TEXT NOT NULL,
  rule TEXT,
  reason TEXT,
  decided BIGINT,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX comment_number ON comment (tenant, number);
CREATE INDEX comment_contribution ON comment (tenant, contribution, received, id);
CREATE INDEX comment_waiting ON comment (tenant, state, received, id);
CREATE TABLE batch (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  process UUID NOT NULL,
  label TEXT NOT NULL,
  channel TEXT NOT NULL,
  captured TEXT NOT NULL,
  area UUID,
  organisation UUID,
  language TEXT NOT NULL,
  expected BIGINT,
  recorder UUID NOT NULL,
  opened BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX batch_recorder ON batch (tenant, recorder, opened, id)
