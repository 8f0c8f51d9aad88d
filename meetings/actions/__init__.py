"""What can be done to meetings and minutes, one file for each idea: each verb is one function and one transaction."""
