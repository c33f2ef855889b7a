CREATE TABLE saved_view (
  tenant UUID NOT NULL,
  account UUID NOT NULL,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved BIGINT NOT NULL,
  PRIMARY KEY (tenant, account, place, name)
);
