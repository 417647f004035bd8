// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialog_prompts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace ui::shell {

namespace {

void openDialog(QFileDialog* dialog, std::function<void(const QString&)> then) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Where Qt draws the dialog itself, it leaves two of its fields without a label.
    for (const QString& field : {QStringLiteral("lookIn"), QStringLiteral("fileType")}) {
        auto* label = dialog->findChild<QLabel*>(field + QStringLiteral("Label"));
        auto* choice = dialog->findChild<QComboBox*>(field + QStringLiteral("Combo"));
        if (label != nullptr && choice != nullptr)
            label->setBuddy(choice);
    }
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
