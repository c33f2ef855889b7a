CREATE TABLE commitment (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  dossier UUID NOT NULL,
  process UUID NOT NULL,
  area UUID,
  department UUID NOT NULL,
  doer TEXT NOT NULL,
  organisation UUID,
  holder UUID,
  what UUID NOT NULL,
  until TEXT NOT NULL,
  promised BIGINT NOT NULL,
  source TEXT,
  money_ends TEXT,
  hours BIGINT,
  ceiling BIGINT,
  made BIGINT NOT NULL,
  stage TEXT NOT NULL,
  milestones BIGINT NOT NULL,
  next TEXT,
  spent BIGINT NOT NULL,
  changed BIGINT,
  claimed BIGINT,
  realised BIGINT,
  confirmed_by TEXT,
  check_on TEXT,
  due TEXT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX commitment_by_dossier ON commitment (tenant, dossier, made, id);
CREATE INDEX commitment_by_due ON commitment (tenant, due, id);
CREATE INDEX commitment_by_department ON commitment (tenant, department, due, id);
CREATE INDEX commitment_by_process ON commitment (tenant, process, made, id);
CREATE TABLE milestone (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  commitment UUID NOT NULL,
  text UUID NOT NULL,
  planned TEXT NOT NULL,
  done TEXT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX milestone_by_commitment ON milestone (tenant, commitment, planned, id);
CREATE TABLE happening (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  commitment UUID NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  milestone UUID,
  was TEXT,
  day TEXT,
  amount BIGINT,
  text UUID,
  proposed UUID,
  instead UUID,
  part TEXT,
  lasting TEXT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX happening_by_commitment ON happening (tenant, commitment, at, id);
