"""A sales-enablement content playbook generator: YAML in, a site and PDFs for sales reps out."""
