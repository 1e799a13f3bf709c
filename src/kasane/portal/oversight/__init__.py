"""気になる閲覧 (R-DIS-08): readings a manager looks at; none of them is a fault by itself."""
