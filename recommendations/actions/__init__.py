"""What can be done to recommendations, one file for each idea: each verb is one function, one transaction, one
event."""
