CREATE TABLE subscription (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  identity UUID NOT NULL,
  address TEXT NOT NULL,
  process UUID,
  area UUID,
  language TEXT NOT NULL,
  asked TEXT NOT NULL,
  confirmed TEXT,
  ends TEXT NOT NULL,
  told BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX subscription_by_address ON subscription (tenant, address);
CREATE INDEX subscription_by_identity ON subscription (tenant, identity);
CREATE INDEX subscription_by_told ON subscription (tenant, told, id)
