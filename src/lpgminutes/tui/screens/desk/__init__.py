"""The FOI officer's desk: from the list of cases to the release of one."""
