-- Staff that was concerned is asked a few sentences of its own (G045, G056); what it answered is counted apart.
ALTER TABLE measure_sheet ADD COLUMN staff BOOLEAN NOT NULL DEFAULT FALSE;
