-- Documents of a case are numbered as they are issued; a number once given is not given again.
alter table notice add column number int;
update notice set number = numbered.number from (
  select case_no, key, row_number() over (partition by case_no order by seq, key collate "C") as number from notice
) numbered where notice.case_no = numbered.case_no and notice.key = numbered.key;
alter table notice alter column number set not null;
create unique index notice_number on notice (case_no, number);
