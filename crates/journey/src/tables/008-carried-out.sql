-- What was decided to be done and nobody promised anything for yet: few rows, however many noes stand beside them.
CREATE INDEX dossier_to_carry_out ON dossier (tenant, due, id)
WHERE state IN ('S13', 'S14', 'S15') AND outcome IN ('adopted', 'partly', 'trial', 'self-with-support', 'transferred', 'result-acted')
