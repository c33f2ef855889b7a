ALTER TABLE dossier ADD COLUMN matters_until TEXT;
CREATE INDEX dossier_by_matters ON dossier (tenant, matters_until, id)
