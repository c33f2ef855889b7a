CREATE TABLE plan (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  slug TEXT NOT NULL,
  department UUID NOT NULL,
  state TEXT NOT NULL,
  title UUID NOT NULL,
  description UUID NOT NULL,
  room UUID NOT NULL,
  fixed UUID NOT NULL,
  begins TEXT,
  ends TEXT,
  address TEXT,
  shape TEXT,
  west BIGINT,
  south BIGINT,
  east BIGINT,
  north BIGINT,
  public BOOLEAN NOT NULL,
  created BIGINT NOT NULL,
  saved BIGINT NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, slug)
);
CREATE INDEX plan_created ON plan (tenant, created, id);
CREATE TABLE plan_area (
  tenant UUID NOT NULL,
  plan UUID NOT NULL,
  area UUID NOT NULL,
  PRIMARY KEY (tenant, plan, area)
)
