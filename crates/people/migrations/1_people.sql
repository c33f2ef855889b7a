CREATE TABLE tenant (
    tenant UUID NOT NULL,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    calendar TEXT NOT NULL,
    terms TEXT NOT NULL,
    language TEXT NOT NULL,
    languages TEXT NOT NULL,
    reviewed TEXT NOT NULL,
    words TEXT NOT NULL,
    theme TEXT NOT NULL,
    contact TEXT NOT NULL,
    logo UUID,
    made BIGINT NOT NULL,
    PRIMARY KEY (tenant)
);
CREATE TABLE host (
    tenant UUID NOT NULL,
    host TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (tenant, host)
);
CREATE INDEX host_by_name ON host (host, tenant);
CREATE TABLE organisation (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    ended TEXT,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, name)
);
CREATE TABLE department (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    mail TEXT NOT NULL,
    ended TEXT,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, code)
);
CREATE TABLE area (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    parent UUID,
    shape TEXT,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, code)
);
CREATE TABLE street (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    area UUID NOT NULL,
    shape TEXT,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, area, name)
);
CREATE TABLE account (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    mail TEXT NOT NULL,
    organisation UUID,
    department UUID,
    language TEXT,
    password TEXT,
    factor BYTES,
    factor_step BIGINT NOT NULL,
    ended BIGINT,
    made BIGINT NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, mail)
);
CREATE INDEX account_by_name ON account (tenant, name, id);
CREATE TABLE role (
    tenant UUID NOT NULL,
    code TEXT NOT NULL,
    name TEXT,
    PRIMARY KEY (tenant, code)
);
CREATE TABLE role_permission (
    tenant UUID NOT NULL,
    role TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (tenant, role, permission)
);
CREATE TABLE role_grant (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    account UUID NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    scope_id UUID,
    from_day TEXT NOT NULL,
    until_day TEXT,
    substitute UUID,
    substitute_from TEXT,
    substitute_until TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX role_grant_by_account ON role_grant (tenant, account);
CREATE INDEX role_grant_by_substitute ON role_grant (tenant, substitute);
CREATE INDEX role_grant_by_role ON role_grant (tenant, role);
CREATE TABLE sign_in (
    tenant UUID NOT NULL,
    token TEXT NOT NULL,
    id UUID NOT NULL,
    account UUID NOT NULL,
    stage TEXT NOT NULL,
    began BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    ended BIGINT,
    PRIMARY KEY (tenant, token)
);
CREATE INDEX sign_in_by_account ON sign_in (tenant, account);
CREATE INDEX sign_in_by_seen ON sign_in (tenant, seen);
CREATE TABLE kept_form (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    account UUID NOT NULL,
    path TEXT NOT NULL,
    sealed BYTES NOT NULL,
    files BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX kept_form_by_expiry ON kept_form (tenant, expires);
CREATE TABLE identity (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    sealed BYTES NOT NULL,
    kept_on TEXT NOT NULL,
    keep_until TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX identity_by_term ON identity (tenant, keep_until);
CREATE TABLE identity_key (
    tenant UUID NOT NULL,
    identity UUID NOT NULL,
    wrapped BYTES NOT NULL,
    PRIMARY KEY (tenant, identity)
);
CREATE TABLE mail (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    identity UUID,
    address TEXT,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT,
    report TEXT,
    about UUID,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX mail_by_state ON mail (tenant, state, at, id);
CREATE INDEX mail_by_identity ON mail (tenant, identity)
