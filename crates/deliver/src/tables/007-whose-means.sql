-- Which other department a line about money is about; nothing in lines that were written before this was kept.
ALTER TABLE happening ADD COLUMN means_of UUID;
-- What was refused is looked for on the desk of whoever asked, whenever it is due.
CREATE INDEX commitment_refused ON commitment (tenant, due, id) WHERE funding = 'refused'
