"""The public holidays of years that are over or settled, as the library `holidays` has them.

To import that library takes as long as to read a folder of workbooks; a test holds this list to it. A year is added
by listing what `working_days.from_the_library` gives for it.
"""

from __future__ import annotations

FIRST_YEAR, LAST_YEAR = 2020, 2026

#: day | Vietnamese | English
LISTED = """\
2020-01-01 | Tết Dương lịch | New Year's Day
2020-01-23 | 29 Tết | 29 of Lunar New Year
2020-01-24 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2020-01-25 | Tết Nguyên Đán | Lunar New Year
2020-01-26 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2020-01-27 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2020-01-28 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2020-01-29 | Mùng năm Tết Nguyên Đán | Fifth Day of Lunar New Year
2020-04-02 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2020-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2020-05-01 | Ngày Quốc tế Lao động | International Labor Day
2020-09-02 | Quốc khánh | National Day
2021-01-01 | Tết Dương lịch | New Year's Day
2021-02-10 | 29 Tết | 29 of Lunar New Year
2021-02-11 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2021-02-12 | Tết Nguyên Đán | Lunar New Year
2021-02-13 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2021-02-14 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2021-02-15 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2021-02-16 | Mùng năm Tết Nguyên Đán | Fifth Day of Lunar New Year
2021-04-21 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2021-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2021-05-01 | Ngày Quốc tế Lao động | International Labor Day
2021-05-03 | Ngày Quốc tế Lao động (nghỉ bù) | International Labor Day (observed)
2021-09-02 | Quốc khánh | National Day
2021-09-03 | Quốc khánh | National Day
2022-01-01 | Tết Dương lịch | New Year's Day
2022-01-03 | Tết Dương lịch (nghỉ bù) | New Year's Day (observed)
2022-01-31 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2022-02-01 | Tết Nguyên Đán | Lunar New Year
2022-02-02 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2022-02-03 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2022-02-04 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2022-04-10 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2022-04-11 | Ngày Giỗ Tổ Hùng Vương (nghỉ bù) | Hung Kings' Commemoration Day (observed)
2022-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2022-05-01 | Ngày Quốc tế Lao động | International Labor Day
2022-05-02 | Ngày Chiến thắng (nghỉ bù) | Liberation Day/Reunification Day (observed)
2022-05-03 | Ngày Quốc tế Lao động (nghỉ bù) | International Labor Day (observed)
2022-09-01 | Quốc khánh | National Day
2022-09-02 | Quốc khánh | National Day
2023-01-01 | Tết Dương lịch | New Year's Day
2023-01-02 | Tết Dương lịch (nghỉ bù) | New Year's Day (observed)
2023-01-20 | 29 Tết | 29 of Lunar New Year
2023-01-21 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2023-01-22 | Tết Nguyên Đán | Lunar New Year
2023-01-23 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2023-01-24 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2023-01-25 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2023-01-26 | Mùng năm Tết Nguyên Đán | Fifth Day of Lunar New Year
2023-04-29 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2023-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2023-05-01 | Ngày Quốc tế Lao động | International Labor Day
2023-05-02 | Ngày Giỗ Tổ Hùng Vương (nghỉ bù) | Hung Kings' Commemoration Day (observed)
2023-05-03 | Ngày Chiến thắng (nghỉ bù) | Liberation Day/Reunification Day (observed)
2023-09-01 | Quốc khánh | National Day
2023-09-02 | Quốc khánh | National Day
2023-09-04 | Quốc khánh (nghỉ bù) | National Day (observed)
2024-01-01 | Tết Dương lịch | New Year's Day
2024-02-08 | 29 Tết | 29 of Lunar New Year
2024-02-09 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2024-02-10 | Tết Nguyên Đán | Lunar New Year
2024-02-11 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2024-02-12 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2024-02-13 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2024-02-14 | Mùng năm Tết Nguyên Đán | Fifth Day of Lunar New Year
2024-04-18 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2024-04-29 | Ngày nghỉ (thay cho ngày 04/05/2024) | Day off (substituted from 05/04/2024)
2024-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2024-05-01 | Ngày Quốc tế Lao động | International Labor Day
2024-09-02 | Quốc khánh | National Day
2024-09-03 | Quốc khánh | National Day
2025-01-01 | Tết Dương lịch | New Year's Day
2025-01-27 | 29 Tết | 29 of Lunar New Year
2025-01-28 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2025-01-29 | Tết Nguyên Đán | Lunar New Year
2025-01-30 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2025-01-31 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2025-02-01 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2025-04-07 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2025-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2025-05-01 | Ngày Quốc tế Lao động | International Labor Day
2025-05-02 | Ngày nghỉ (thay cho ngày 26/04/2025) | Day off (substituted from 04/26/2025)
2025-09-01 | Quốc khánh | National Day
2025-09-02 | Quốc khánh | National Day
2026-01-01 | Tết Dương lịch | New Year's Day
2026-02-16 | Giao thừa Tết Nguyên Đán | Lunar New Year's Eve
2026-02-17 | Tết Nguyên Đán | Lunar New Year
2026-02-18 | Mùng hai Tết Nguyên Đán | Second Day of Lunar New Year
2026-02-19 | Mùng ba Tết Nguyên Đán | Third Day of Lunar New Year
2026-02-20 | Mùng bốn Tết Nguyên Đán | Fourth Day of Lunar New Year
2026-04-26 | Ngày Giỗ Tổ Hùng Vương | Hung Kings' Commemoration Day
2026-04-27 | Ngày Giỗ Tổ Hùng Vương (nghỉ bù) | Hung Kings' Commemoration Day (observed)
2026-04-30 | Ngày Chiến thắng | Liberation Day/Reunification Day
2026-05-01 | Ngày Quốc tế Lao động | International Labor Day
2026-08-31 | Ngày nghỉ (thay cho ngày 22/08/2026) | Day off (substituted from 08/22/2026)
2026-09-01 | Quốc khánh | National Day
2026-09-02 | Quốc khánh | National Day
"""
