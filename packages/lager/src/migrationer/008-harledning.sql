-- What is worked out of the cases and kept beside them (lists, prepared pages) has the shape of the code
-- that wrote it. Here stands which, so that an upgraded server knows to work it out anew.
create table app.harledning (
  enda boolean primary key default true check (enda),
  form text not null
);
