// The cast comes here.
