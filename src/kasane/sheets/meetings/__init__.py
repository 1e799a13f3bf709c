"""Papers of a meeting as PDF and Excel: 開催通知, 次第, 出席者名簿・守秘義務の確認, 会議録, 決定事項・役割分担表 (R-CONF-06, FORMS)."""
