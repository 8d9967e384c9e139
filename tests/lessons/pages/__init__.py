"""Tests of the pages that runs and lessons become."""
