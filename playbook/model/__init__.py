"""What things are: entries, settings, pages and jobs as frozen data. No files, no clock, no HTML."""
