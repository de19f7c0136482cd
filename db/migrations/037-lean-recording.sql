-- Only what carries a form or what somebody told can name materials: other entries are not searched.
drop trigger entry_names_materials on entry;
create trigger entry_names_materials after insert on entry
  for each row when (new.event ?| '{form,data,input}') execute function note_materials();

-- Answers from now on (read-model.sql).
drop function project_case(jsonb);
