"""The channels: each translates between one place where people ask and the policy desk, and nothing else."""
