UPDATE tenant SET smallest = (SELECT flow_setting.smallest FROM flow_setting WHERE flow_setting.tenant = tenant.tenant) WHERE tenant.tenant IN (SELECT flow_setting.tenant FROM flow_setting);
DROP TABLE flow_setting;
