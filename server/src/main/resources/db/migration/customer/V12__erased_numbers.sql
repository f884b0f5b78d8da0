-- Bookings of points ask once a batch which of their numbers are erased.
create index erasure_of_numbers on erasure using gin (numbers) where erased_at is not null;
