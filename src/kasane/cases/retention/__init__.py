"""保存期間 and 廃棄 on screen and by the operator (R-DIS-07). The rules stand in `disclosure.retention`."""
