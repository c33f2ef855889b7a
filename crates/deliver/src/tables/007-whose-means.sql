-- Which other department a line about money is about; nothing in lines that were written before this was kept.
ALTER TABLE happening ADD COLUMN means_of UUID
