INSERT INTO role_permission (tenant, role, permission) SELECT tenant, code, 'manage-budgets' FROM role WHERE code = 'controller';
ALTER TABLE tenant ADD COLUMN light BOOLEAN NOT NULL DEFAULT FALSE;
