"""The steps. A file is called `mNNNN_...`; NNNN is its revision, and the highest is today's."""
