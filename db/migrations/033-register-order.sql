-- The register is read newest first, by whoever sees all of a unit or all of a matter.
create index case_by_unit on case_head (unit, opened_at desc, case_no desc);
create index case_by_matter on case_head (matter, opened_at desc, case_no desc);
