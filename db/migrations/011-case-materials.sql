-- Which cases name which materials: whoever may see one of them may see the material. Follows from the ledger entry by entry.
create table case_material (
  sha256 text not null,
  case_no text not null,
  primary key (sha256, case_no)
);
create index material_of_case on case_material (case_no);

create function materials_in(event jsonb) returns setof text language sql immutable as $$
  select distinct m[1] from regexp_matches(
    concat(event -> 'form', event -> 'data', event #> '{input,form}'), '"([0-9a-f]{64})"', 'g') m
$$;
create function note_materials() returns trigger language plpgsql as $$
begin
  insert into case_material (sha256, case_no) select sha256, new.case_no from materials_in(new.event) sha256 on conflict do nothing;
  return null;
end $$;
create trigger entry_names_materials after insert on entry for each row execute function note_materials();

insert into case_material (sha256, case_no)
select distinct sha256, case_no from entry, materials_in(event) sha256;
