"""Every case that users of such systems reported (`cases.md`): what they had, and the tests that prove us right."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).parent

#: The numbers that stand in `cases.md`; it has gaps.
_TYPED = """
    A1 A2 A3 A4 A6 A7 A8 A9 A10 A11 A12 A13 A15
    B1 B2 B3 B5 B7 B8 B9 B11 B12 B13
    C1 C2 C3 C5 C6 C7 C9 C11 C13
    D1 D2 D4 D5 D6 D7 D9
    E2 E3 E4 E5 E7 E8 E9 E10 E11 E12 E13 E15
    F1 F2 F4 F5 F6 F7 F8 F9 F10 F12 F14 F15 F16 F17
    G1 G2 G3 G4 G6 G7 G9 G10 G11 G13 G14 G15 G16 G17 G18
    H1 H2 H3 H4 H5 H6 H8 H9 H10 H12
    I1 I2 I3 I4 I6 I7 I9 I10 I12 I13 I14 I15
    """
NUMBERS = _TYPED.split()

#: number | what the user had | tests that prove the right behaviour (`module::function`); or – and, behind another |,
#: why it is no case of ours.
TABLE = """
    A1 | a stray character far below the last row | test_read::test_a_lone_cell_far_below_is_asked_about_and_nothing_else_of_its_row, test_bad_input::test_a_stray_mark_in_the_last_row_of_a_register_is_told_at_its_cell
    A2 | a blank row above the faulty one | test_read::test_a_row_of_blanks_is_no_row_wherever_it_stands, cases.test_a_blanks::test_case_a9_blank_rows_between_blocks_are_passed_over
    A3 | a look-up formula filled to the bottom | cases.test_a_blanks::test_case_a3_a_look_up_filled_to_the_bottom_makes_no_rows, test_read::test_a_formula_with_its_result_is_its_result
    A4 | one space in a conditional cell | cases.test_a_blanks::test_case_a4_a_space_in_a_conditional_cell_is_a_blank_one, test_kinds::test_white_space_and_a_lone_dash_are_blank
    A6 | a row of spaces only | test_read::test_a_row_of_blanks_is_no_row_wherever_it_stands
    A7 | hundreds of empty rows saved in the file | test_reader::test_formatted_cells_without_content_are_not_kept, test_read::test_rows_keep_their_number_far_below_and_a_formatted_bottom_costs_nothing
    A8 | a single blank row among the data | test_read::test_a_row_of_blanks_is_no_row_wherever_it_stands, cases.test_a_blanks::test_case_a9_blank_rows_between_blocks_are_passed_over
    A9 | blank rows as space between blocks | cases.test_a_blanks::test_case_a9_blank_rows_between_blocks_are_passed_over
    A10 | a format on a whole column | test_bad_input::test_a_sheet_with_a_million_formatted_rows_is_read_and_written, test_fast::test_a_sheet_formatted_to_its_last_row_is_passed_over_the_quick_way
    A11 | a column formatted in LibreOffice | cases.test_a_blanks::test_case_a11_a_column_formatted_in_libreoffice_stays_three_rows
    A12 | ghost columns right of the table | test_place::test_what_staff_do_to_a_sheet_is_harmless_as_long_as_codes_or_headings_are_there
    A13 | huge formatted empty areas | test_bad_input::test_a_value_in_the_last_cell_of_the_grid_costs_nothing, test_fast::test_expat_too_passes_over_a_million_formatted_rows
    A15 | a formatted column far right; a list cut in silence | cases.test_a_blanks::test_case_a15_a_formatted_column_far_right_is_no_column, test_screen::test_what_is_not_listed_is_counted, test_report::test_many_stretches_of_cells_are_cut_and_the_cut_is_seen
    B1 | a no-break space in a pasted heading | test_place::test_a_heading_is_known_whatever_its_blanks_and_however_its_letters_are_composed
    B2 | a value of a list with a no-break space behind it | test_read::test_a_choice_is_read_by_its_option, test_kinds::test_a_choice_is_known_however_it_is_spelt
    B3 | blanks around a long number | cases.test_b_words::test_case_b3_blanks_around_a_number_do_not_make_it_another
    B5 | invisible marks in equal words | test_kinds::test_one_word_spelt_two_ways_is_one, test_place::test_a_heading_is_known_whatever_its_blanks_and_however_its_letters_are_composed
    B7 | Hiếu composed and decomposed | cases.test_b_words::test_case_b7_a_name_is_one_however_its_letters_are_composed
    B8 | Phú Quốc composed in another way | cases.test_b_words::test_case_b7_a_name_is_one_however_its_letters_are_composed, test_legacy_text::test_letters_that_look_alike_are_one
    B9 | bệnh with its marks apart | cases.test_b_words::test_case_b7_a_name_is_one_however_its_letters_are_composed
    B11 | a form that looks names up with VLOOKUP | cases.test_b_words::test_case_b11_no_form_holds_a_formula
    B12 | hoà and hòa | test_kinds::test_one_word_spelt_two_ways_is_one, test_kinds::test_different_words_stay_different, test_legacy_text::test_letters_that_look_alike_are_one
    B13 | a blank before a heading in one workbook of several | cases.test_b_words::test_case_b13_a_register_of_two_workbooks_is_one_whatever_its_headings_look_like, test_place::test_a_heading_is_known_whatever_its_blanks_and_however_its_letters_are_composed
    C1 | 03/292022 | cases.test_c_days::test_case_c1_a_mistyped_day_shows_its_text_and_the_form_expected
    C2 | a serial number, or day and month alone | cases.test_c_days::test_case_c2_a_serial_is_a_day_and_half_a_day_is_none
    C3 | 7/11 read as the 11th of July | cases.test_c_days::test_case_c3_a_true_day_is_trusted_and_text_is_read_day_first_and_said_so
    C5 | a blank day, or a dash for none | cases.test_c_days::test_case_c5_a_blank_or_a_dash_is_no_day_and_no_fault
    C6 | a day as text of another form | cases.test_c_days::test_case_c6_a_filled_cell_is_never_called_empty
    C7 | 31/02 as text | test_kinds::test_what_a_kind_refuses_has_its_code_and_no_value, test_read::test_every_fault_of_a_cell_is_told_at_that_cell
    C9 | 30 or 30.5 guessed to be a day | cases.test_c_days::test_case_c9_the_column_says_what_a_number_is
    C11 | 31/12/2022 typed into a text cell | cases.test_c_days::test_case_c11_day_first_text_is_a_day
    C13 | the workbook of another period | cases.test_c_days::test_case_c13_a_workbook_of_another_year_is_told_with_both_years
    D1 | 0123 typed into a number cell | cases.test_d_numbers::test_case_d1_a_code_that_lost_its_zero_is_told_with_the_code_that_was_meant, test_drawer::test_values_stand_as_their_kind_shows_them
    D2 | 84.010 becomes 84.01 | test_read::test_every_fault_of_a_cell_is_told_at_that_cell, test_kinds::test_what_a_kind_refuses_has_its_code_and_no_value
    D4 | two pages round in different places | cases.test_d_numbers::test_case_d4_every_page_rounds_the_same_figure_only_where_it_is_shown, registers.test_dossiers::test_what_is_just_below_the_target_is_not_shown_as_reached
    D5 | 334.327,57 as text; 1.234 | test_kinds::test_what_a_kind_converts_is_noted, test_read::test_whatever_could_be_read_for_sure_is_read_and_noted, test_read::test_every_fault_of_a_cell_is_told_at_that_cell
    D6 | 50 % beside 0.5 | test_kinds::test_what_a_kind_accepts_is_read_without_a_word, test_read::test_every_fault_of_a_cell_is_told_at_that_cell, test_reader::test_a_percent_is_told_from_a_number_and_a_date_by_its_format_alone
    D7 | a number stored as text | test_kinds::test_what_a_kind_converts_is_noted
    D9 | 5-9 for 05-09, or a day that Excel made of it | cases.test_d_numbers::test_case_d9_a_class_is_known_by_its_further_wordings, cases.test_d_numbers::test_case_d9_a_class_that_excel_made_a_day_of_is_told_as_that
    E2 | the instruction says one thing, the rule another | registers.test_registers::test_the_grey_example_row_is_what_the_sheet_takes, test_drawer::test_each_column_says_what_it_expects, test_one_file::test_it_is_drawn_and_what_is_drawn_reads_back
    E3 | a comma inside a value of a list | cases.test_e_lists::test_case_e3_a_comma_in_a_value_of_a_list_splits_nothing, test_drawer::test_drop_downs_take_exact_named_ranges_and_warn_at_most
    E4 | a word that the form above does not know | cases.test_e_lists::test_case_e4_our_lists_are_those_of_the_receiving_form, cases.test_e_lists::test_case_e4_a_word_a_slip_away_is_refused_before_anything_is_drawn, cases.test_e_lists::test_case_e4_each_column_has_its_words, test_form_definitions::test_every_condition_asks_for_a_value_that_there_is
    E5 | a drop-down that ends too early | cases.test_e_lists::test_case_e5_rows_below_the_drop_down_are_checked_all_the_same, test_inspector::test_drop_downs_and_colours_that_are_gone_are_noted_once_a_sheet, test_inspector::test_rows_that_were_pasted_over_are_counted
    E7 | a bad value pasted into a validated cell | cases.test_e_lists::test_case_e7_whatever_a_drop_down_offers_the_check_asks_for, test_read::test_every_fault_of_a_cell_is_told_at_that_cell
    E8 | whole rows pasted over formula and validation | cases.test_e_lists::test_case_e8_a_whole_row_pasted_over_ours_gets_our_results_again, cases.test_b_words::test_case_b11_no_form_holds_a_formula
    E9 | work not begun asks for thirty fields | registers.test_tasks::test_a_task_declared_done_says_when, registers.test_schedule::test_a_session_to_come_is_blank_and_a_postponed_one_has_its_reason, test_read::test_a_column_of_ours_and_a_prefilled_key_make_no_row_that_lacks_anything
    E10 | a sound row flagged on the edge of a condition | registers.test_rules::test_every_question_has_a_near_miss, registers.test_rules::test_a_question_finds_its_wrong_case_and_not_its_right_one, test_read::test_a_cell_is_needed_where_another_of_its_row_says_so
    E11 | an empty form | cases.test_e_lists::test_case_e11_blank_forms_are_not_in_order_until_nothing_arose_is_said, test_closings::test_answers_and_rows_of_a_period_agree_or_are_told
    E12 | who answers for it left blank | registers.test_closing::test_an_answer_that_closes_says_on_which_day_and_in_which_position
    E13 | one thing told in two ways | registers.test_projects::test_a_board_is_the_same_in_both_registers, registers.test_reception::test_visits_and_petitions_name_each_other_and_agree, registers.test_study::test_the_lines_of_one_session_say_the_same_and_each_audience_stands_once
    E15 | a recommended cell stops the filing | test_cli::test_with_strict_a_warning_too_is_something_to_mend, test_judge::test_conduct_is_never_an_error, test_judge::test_a_finding_carries_the_severity_of_its_code
    F1 | last year's form lacks a column | test_workspace::test_a_workbook_of_elsewhere_is_left_alone_with_its_own_finding, test_place::test_a_sheet_without_columns_is_told_once_and_nothing_of_its_cells
    F2 | no more rows can be added | cases.test_f_forms::test_case_f2_rows_below_the_prepared_ones_are_read_judged_and_marked, test_drawer::test_registers_are_free_and_our_sheets_are_protected_without_a_password
    F4 | a new form in the middle of the year | test_refresh::test_a_new_task_a_new_word_of_a_list_and_every_old_cell, test_carrying::test_every_cell_stands_in_the_new_file_or_is_told, test_upgrade::test_an_older_version_of_the_form_is_moved_whole
    F5 | what goes up has last quarter's headings | mailing.test_present::test_a_report_drawn_in_another_form_does_not_go, mailing.test_present::test_forms_of_the_inspection_sector_drawn_with_other_columns_do_not_go, mailing.test_present::test_a_report_over_other_days_than_the_plan_says_now_does_not_go, mailing.test_refused::test_an_annex_that_is_no_longer_what_was_drawn_does_not_go, mailing.test_present::test_of_two_word_reports_none_goes_until_one_is_kept, test_read_back::test_annexes_that_changed_have_a_version_of_their_own
    F6 | a sheet was renamed | test_place::test_titles_renamed_and_sheets_reordered_are_harmless, test_bad_input::test_columns_moved_and_sheets_renamed_are_harmless
    F7 | a wrong period typed by hand | cases.test_f_forms::test_case_f7_period_and_unit_stand_ready_and_another_period_typed_closes_nothing, test_forms::test_each_register_is_closed_in_its_periods
    F8 | the sample of the manual does not pass | test_cli::test_forms_drawn_are_a_folder_that_can_be_checked, test_sample::test_the_sound_sample_has_nothing_to_mend_but_some_notes, test_sample::test_the_shipped_files_are_a_fresh_build_once_checked
    F9 | a home-made copy without the marks | test_workspace::test_a_home_made_copy_is_known_by_its_headings, test_place::test_a_home_made_copy_looks_like_our_form_and_another_table_does_not, test_upgrade::test_a_table_drawn_by_hand_is_known_by_its_headings, test_upgrade::test_headings_a_slip_away_or_with_brackets_are_known_and_named
    F10 | a column inserted | test_bad_input::test_columns_moved_and_sheets_renamed_are_harmless, test_place::test_what_staff_do_to_a_sheet_is_harmless_as_long_as_codes_or_headings_are_there
    F12 | a blank behind a heading | test_place::test_a_heading_is_known_whatever_its_blanks_and_however_its_letters_are_composed
    F14 | another form chosen: success, nothing imported | cases.test_f_forms::test_case_f14_of_a_file_that_is_none_of_ours_no_success_is_told, cases.test_f_forms::test_case_f14_a_folder_without_any_workbook_of_a_unit_is_no_success, test_cli::test_a_file_that_is_no_workbook_of_the_folder_is_never_called_in_order, test_upgrade::test_a_file_without_a_table_of_ours_is_no_success
    F15 | success, and rows are missing | cases.test_f_forms::test_case_f15_as_many_rows_as_were_typed_have_their_result, test_commune::test_rows_with_data_are_counted_unreadable_ones_too_and_ready_ones_not, test_measuring::test_rows_that_cannot_be_read_where_it_matters_are_left_out_and_told, test_carrying::test_every_cell_stands_in_the_new_file_or_is_told
    F16 | WPS stores an area of one cell | cases.test_f_forms::test_case_f16_the_area_that_wps_stores_is_not_believed, test_reader::test_a_hand_made_file_is_read_exactly_or_refused_with_its_code
    F17 | a whole table is absent | test_bad_input::test_a_missing_sheet_is_one_finding_and_its_consequences_are_hidden, test_commune::test_nothing_follows_from_a_deleted_sheet
    G1 | a failure without a reason; the second try hangs | test_bad_input::test_a_bad_file_has_its_own_words_and_the_others_are_checked, test_faults::test_messages_and_remedies_are_whole_sentences, test_lock::test_a_run_that_failed_lets_the_folder_go, test_undo::test_after_a_killed_run_the_next_check_goes_on_as_if_it_had_not_been
    G2 | the count says one, the list has none | test_screen::test_the_counts_on_the_screen_are_the_totals_of_the_answer, test_report::test_the_counts_above_the_list_are_the_totals_of_the_answer, test_unit_summary::test_the_head_counts_what_stands_below
    G3 | warnings bury the errors | test_screen::test_many_warnings_are_folded_so_that_the_errors_are_seen, test_report::test_every_finding_is_in_the_list_once_and_the_worst_first
    G4 | three examples instead of all, and not in the sheet | test_report::test_every_finding_is_in_the_list_once_and_the_worst_first, test_marks::test_each_row_says_how_it_stands_with_all_its_codes, test_cli::test_a_check_writes_into_every_file_and_asks_to_mend
    G6 | the wrong row or column is named | test_bad_input::test_columns_moved_and_sheets_renamed_are_harmless, test_place::test_what_staff_do_to_a_sheet_is_harmless_as_long_as_codes_or_headings_are_there, test_place::test_a_heading_is_placed_where_the_headings_stand_now
    G7 | a column called 3 | test_cli::test_the_answer_is_one_object_and_nothing_else, test_answer::test_what_a_finding_has_no_place_for_is_null, test_unit_summary::test_cells_of_one_column_are_told_as_stretches
    G9 | cell errors although a column is missing | test_place::test_a_sheet_without_columns_is_told_once_and_nothing_of_its_cells, test_commune::test_nothing_follows_from_a_sheet_that_lacks_a_column
    G10 | one error a row, then the next | test_commune::test_every_fault_of_a_row_is_told_in_one_pass_each_cell_once, test_bad_input::test_everything_bad_at_once_is_told_in_one_pass
    G11 | thousands of lines | test_unit_summary::test_one_code_in_one_column_is_one_line_and_the_gravest_comes_first, test_screen::test_a_plan_with_two_hundred_units_still_fits
    G13 | the result is gone after a reload | test_cli::test_the_answer_is_kept_and_the_summary_drawn
    G14 | formulas without stored results | cases.test_g_telling::test_case_g14_a_formula_without_its_result_says_open_save_and_run_again, test_read::test_every_fault_of_a_cell_is_told_at_that_cell
    G15 | a library's message reaches the user | test_bad_input::test_a_bad_file_has_its_own_words_and_the_others_are_checked, test_fast::test_any_damage_to_a_workbook_is_refused_with_a_code_or_read, test_faults::test_the_proofreader_has_read_every_sentence
    G16 | a sound cell flagged by a mistaken rule | test_exceptions::test_an_exception_reaches_as_far_as_it_says, test_commune::test_what_the_commune_accepts_is_a_note_with_its_reason
    G17 | rules were added since the file was accepted | test_answer::test_who_and_when_stand_at_its_head, test_cli::test_the_answer_is_kept_and_the_summary_drawn
    G18 | totals only, nothing of each row | test_marks::test_each_row_says_how_it_stands_with_all_its_codes, test_marks::test_a_row_in_order_says_so_and_nothing_more, cases.test_f_forms::test_case_f15_as_many_rows_as_were_typed_have_their_result
    H1 | drop-downs gone after saving | cases.test_h_files::test_case_h1_drop_downs_and_rules_are_there_after_writing, test_rich_workbook::test_of_a_rich_workbook_only_our_cells_change_and_undo_gives_back_its_bytes
    H2 | an embedded object lost | cases.test_h_files::test_case_h2_an_embedded_object_or_a_threaded_comment_is_not_touched
    H3 | formatting lost | test_patcher::test_openpyxl_reads_what_was_written_and_the_styles_it_had, test_rich_workbook::test_of_a_rich_workbook_only_our_cells_change_and_undo_gives_back_its_bytes
    H4 | threaded comments broken by saving | cases.test_h_files::test_case_h2_an_embedded_object_or_a_threaded_comment_is_not_touched
    H5 | stored results dropped by saving | test_patcher::test_only_the_register_changes_and_in_it_only_our_cells, test_drawer::test_nothing_is_calculated_when_it_is_opened
    H6 | formula text read for its value | test_read::test_a_formula_with_its_result_is_its_result, test_second_reader::test_openpyxl_reads_the_same_values
    H8 | a lock file in the folder, a workbook that is open | test_bad_input::test_a_file_that_is_open_is_left_alone_and_its_findings_are_in_the_summary, test_workspace::test_what_is_not_staffs_work_is_passed_over
    H9 | one damaged file stops all | test_bad_input::test_a_bad_file_has_its_own_words_and_the_others_are_checked, test_bad_input::test_everything_bad_at_once_is_told_in_one_pass
    H10 | a workbook with a password | test_bad_input::test_a_bad_file_has_its_own_words_and_the_others_are_checked
    H12 | a filter left on | cases.test_h_files::test_case_h12_rows_behind_a_filter_that_was_left_on_are_counted_and_it_is_said, test_facts::test_rows_with_data_that_are_hidden_are_counted_once_a_sheet, test_facts::test_of_many_hidden_stretches_the_first_are_named
    I1 | totals show 0 in a preview | cases.test_i_reports::test_case_i1_what_is_handed_out_holds_values_and_no_formula
    I2 | blank cells in Protected View | cases.test_i_reports::test_case_i1_what_is_handed_out_holds_values_and_no_formula, test_drawer::test_nothing_is_calculated_when_it_is_opened
    I3 | heights, print titles and merges go wrong | test_look::test_a_register_of_many_rows_repeats_its_headings, test_pages::test_a_paragraph_is_merged_and_as_high_as_its_text, test_drawer::test_sheets_are_printed_across_one_page_wide_with_their_headings_repeated
    I4 | header and footer gone | test_pages::test_the_foot_line_stands_on_every_page, test_drawer::test_the_page_number_stands_on_top_from_the_second_page_on, test_patcher::test_our_sheet_is_redrawn_in_its_part_and_the_comment_on_it_stays
    I6 | the whole larger than the sum of its units | cases.test_i_reports::test_case_i6_the_sum_of_the_units_is_held_against_the_report_and_printed, cases.test_i_reports::test_case_i6_what_is_counted_twice_is_told_with_both_sums_and_makes_a_draft, cases.test_i_reports::test_case_i6_a_share_and_a_figure_of_nothing_are_held_against_their_units_too, test_periodic_recomputed::test_every_figure_names_all_of_its_cells_and_they_add_up_to_it, test_workspace::test_two_files_of_one_unit_are_neither_written_nor_counted, registers.test_study::test_a_session_of_two_workbooks_counts_once
    I7 | a report that never arrives | cases.test_i_reports::test_case_i7_progress_is_told_for_every_workbook
    I9 | a file that was only a trial is counted | test_workspace::test_what_is_not_staffs_work_is_passed_over
    I10 | the same unit sends twice | receiving.test_filed::test_a_copy_is_known_by_what_is_inside_and_filed_with_the_old_one_kept, receiving.test_filed::test_it_is_told_on_the_screen_first_of_all, receiving.test_filed::test_the_same_message_loaded_twice_is_filed_once_and_never_again, receiving.test_left::test_a_copy_that_lost_rows_is_never_taken, receiving.test_filed::test_rows_that_moved_were_sorted_or_are_explained_are_not_lost, test_workspace::test_two_files_of_one_unit_are_neither_written_nor_counted, receiving.test_copies::test_an_older_copy_is_left_alone_and_its_rows_are_judged_all_the_same, receiving.test_copies::test_rows_that_are_gone_are_told_unless_the_closing_says_why
    I12 | which files made this report | cases.test_i_reports::test_case_i12_a_run_keeps_the_exact_files_that_it_read_with_their_hashes, cases.test_i_reports::test_case_i12_the_internal_workbook_names_each_file_of_the_report_with_its_checksum, test_reporting::test_the_record_keeps_what_was_reported_from_which_files
    I13 | nobody knows that it was filed | mailing.test_sent::test_the_letter_says_what_goes_up_and_its_few_figures, mailing.test_sent::test_a_signed_report_goes_to_all_who_are_named_and_the_record_keeps_it, mailing.test_sent::test_the_same_report_is_not_sent_twice_by_mistake, mailing.test_sent::test_a_server_that_has_gone_keeps_the_record_as_it_was
    I14 | a status changed by a re-check and nobody told | test_changes::test_tasks_files_and_cells_that_changed_are_told_by_unit, test_screen::test_an_equal_run_before_is_one_line
    I15 | nothing to report looks like forgetting | test_commune::test_a_nil_return_is_done_where_the_task_allows_it, test_closings::test_what_is_not_closed_is_told_at_its_answer_or_at_the_heading, cases.test_e_lists::test_case_e11_blank_forms_are_not_in_order_until_nothing_arose_is_said
    """  # noqa: E501

#: In the place of tests: the case is none of ours.
NONE_OF_OURS = "–"


class Case(NamedTuple):
    """A line of the table."""

    number: str
    trigger: str
    proofs: tuple[str, ...]
    remark: str


def _case(line: str) -> Case:
    number, trigger, proofs, remark = [*(part.strip() for part in line.split("|")), ""][:4]
    return Case(number, trigger, tuple(part.strip() for part in proofs.split(",") if part.strip()), remark)


CASES = [_case(line) for line in TABLE.strip().splitlines()]


@cache
def _functions(module: str) -> frozenset[str]:
    """The tests of a module that pytest collects; none where the module is no module of tests."""
    path = TESTS.joinpath(*module.split(".")).with_suffix(".py")
    packages = [folder for folder in path.parents if folder.is_relative_to(TESTS)]
    collected = path.name.startswith("test_") and all((folder / "__init__.py").exists() for folder in packages)
    if not (collected and path.is_file()):
        return frozenset()
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(one.name for one in body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def test_every_number_stands_once_and_in_order() -> None:
    assert [one.number for one in CASES] == NUMBERS
    assert len(set(NUMBERS)) == len(NUMBERS) == 102


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.number)
def test_every_test_that_is_named_exists_and_is_collected(case: Case) -> None:
    for proof in () if case.proofs == (NONE_OF_OURS,) else case.proofs:
        module, _, function = proof.partition("::")
        assert function in _functions(module), proof


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.number)
def test_every_case_has_its_tests_or_says_why_not(case: Case) -> None:
    assert case.trigger
    assert case.proofs
    assert bool(case.remark) == (case.proofs == (NONE_OF_OURS,))


def test_every_test_written_for_a_case_stands_in_its_line() -> None:
    written = {
        (found[1].upper(), f"cases.{path.stem}::{name}")
        for path in sorted((TESTS / "cases").glob("test_*.py"))
        for name in _functions(f"cases.{path.stem}")
        if (found := re.match(r"test_case_([a-i]\d+)_", name))
    }
    named = {(one.number, proof) for one in CASES for proof in one.proofs}

    assert written - named == set()
    # And nothing else stands there.
    assert sum(len(_functions(f"cases.{path.stem}")) for path in (TESTS / "cases").glob("test_*.py")) == len(written)
