CREATE TABLE password_link (
    tenant UUID NOT NULL,
    token TEXT NOT NULL,
    id UUID NOT NULL,
    account UUID NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (tenant, token),
    UNIQUE (tenant, id)
);
CREATE INDEX password_link_by_account ON password_link (tenant, account);
CREATE INDEX password_link_by_expiry ON password_link (tenant, expires);
ALTER TABLE mail ADD COLUMN link UUID;
