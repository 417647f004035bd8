// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialog_prompts.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui::shell {

namespace {

void openDialog(QFileDialog* dialog, std::function<void(const QString&)> then) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(then));
    dialog->open();
}

}  // namespace

void DialogPrompts::chooseFile(QWidget* parent,
                               const QString& title,
                               const QString& filter,
                               std::function<void(const QString&)> then) {
    auto* dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, std::move(then));
}

void DialogPrompts::chooseFolder(QWidget* parent,
                                 const QString& title,
                                 std::function<void(const QString&)> then) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openDialog(dialog, std::move(then));
}

void DialogPrompts::chooseSaveFile(QWidget* parent,
                                   const QString& title,
                                   const QString& proposal,
                                   std::function<void(const QString&)> then) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposal);
    openDialog(dialog, std::move(then));
}

void DialogPrompts::confirm(QWidget* parent,
                            const widgets::Confirmation& confirmation,
                            std::function<void()> then) {
    auto* box = new QMessageBox(QMessageBox::NoIcon,
                                confirmation.actionWords,
                                confirmation.question,
                                QMessageBox::Cancel,
                                parent);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(confirmation.consequence);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* act = box->addButton(confirmation.actionWords, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(act, &QPushButton::clicked, box, [then = std::move(then)] { then(); });
    box->open();
}

}  // namespace ui::shell
