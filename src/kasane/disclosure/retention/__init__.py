"""保存と廃棄 (R-DIS-07): how long a file is kept, what holds it, and how it goes."""
