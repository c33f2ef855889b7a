-- The themes of a municipality are read one by one.
CREATE INDEX contribution_category ON contribution (tenant, category)
